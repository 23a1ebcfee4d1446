"""Tests of bringing articles in, with a web site on this machine."""
