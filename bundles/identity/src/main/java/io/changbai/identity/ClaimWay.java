package io.changbai.identity;

/** Ways to say who one is. */
public enum ClaimWay {
    ID_CARD,
    SOCIAL_CARD,
    E_CARD_CODE
}
