from backwright.read.facts import Facts


def read(document):
    return Facts()
