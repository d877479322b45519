"""English words that carry no content of their own (folded). Negations and `without` are content."""

STOP = frozenset(
    """
    a about after again all also although an and any are as at be because been before being between both but by can
    could did do does during each for from further had has have he her here him his how i if in into is it its itself
    just may me might more most must my of off on once only or other our out over own same shall she should so some
    such than that the their them then there these they this those through to until up upon us was we were what
    when where which while who whom whose will with would you your
    """.split()
)
