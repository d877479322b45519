"""Spanish words that carry no content of their own (folded). Negations and `sin` are content: they change a name."""

STOP = frozenset(
    """
    a al ante aquel aquella aquellas aquellos asi aun aunque bajo cada como con cual cuales cuando cuyo cuya cuyos cuyas
    de del desde donde durante e el ella ellas ellos en entonces entre era eran es esa esas ese esos esta estan estas
    este esto estos fue fueron ha habia haber habian hacia han hasta hay la las le les lo los mas mediante mientras mi
    mis muy ni nos nuestra nuestras nuestro nuestros o otra otras otro otros para pero por porque pues que quien
    quienes se sea sean segun ser si sido sobre son su sus tal tambien tan te tiene tienen toda todas todo todos tras
    u un una unas uno unos y ya
    """.split()
)
