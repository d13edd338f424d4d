"""The steps from facts to one contract, one a file; `contract/bind.py` says their order."""
