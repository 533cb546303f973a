"""What holds for all tests."""

from hypothesis import settings

# a slow machine is no fault of the program: no example is timed
settings.register_profile("regkb", deadline=None)
settings.load_profile("regkb")
