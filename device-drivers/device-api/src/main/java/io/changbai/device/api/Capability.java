package io.changbai.device.api;

/** What a device can do beyond what every device of its class does. A caller asks before it relies on one. */
public enum Capability {
    /** Says whether a card lies in or on the reader. */
    SENSES_CARD,
    /** Notices that a card was taken away; antenna readers cannot. */
    DETECTS_REMOVAL,
    READS_APPENDED_ADDRESS,
    VERIFIES_PIN,
    READS_BANK_APPLICATION,
    /** Reads holder data that need an authentication of the terminal (social security card generation 3.00). */
    AUTHENTICATES_TERMINAL,

    /** Its eye is closed outside a scan; a scanner without this is always on and its bytes are thrown away. */
    DISARMS,

    /** Holds paper in the outlet until it is taken. */
    PRESENTS_PAPER,
    /** Notices that paper was taken. */
    SENSES_TAKEN,
    /** Draws paper that was not taken back into a bin. */
    RETRACTS_PAPER,
    /** Confirms that everything sent before a mark has been printed. */
    CONFIRMS_PRINTED,
    /** Counts the pages that came out. */
    COUNTS_PAGES,
    PRINTS_BOTH_SIDES,

    /** Finds the face and scores the picture before it is taken. */
    SCORES_FACES,
    /** Tells a living face from a picture of one. */
    CHECKS_LIVENESS,

    SENSES_DOOR,
    SENSES_TAMPER,
    SENSES_PRESENCE,
    SENSES_HEADPHONES
}
