"""Who held what, when: claims folded into intervals per place. Pure."""

from components.control.fold import fold, interval_on

__all__ = ["fold", "interval_on"]
