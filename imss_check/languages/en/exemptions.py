"""What is said of exemptions, in English."""

TEXT = {
    "no_reason": "this exemption gives no reason, so it exempts nothing: write why behind the codes",
    "unused": "this exemption exempts nothing: delete it, or correct its codes",
    "unknown": "this is no exemption: write imss: ignore, or imss: off … imss: on",
}
