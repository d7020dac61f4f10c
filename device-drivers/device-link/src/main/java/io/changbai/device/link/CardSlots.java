package io.changbai.device.link;

/** Smart card slots of the machine. The service of this room for PC/SC readers. */
public interface CardSlots {

    /**
     * A slot by the reader's name. Always succeeds: whether daemon and reader are there is the slot's state.
     *
     * @param readerName regular expression over PC/SC reader names, for example {@code Virtual PCD 00 00}
     */
    CardSlot slot(String readerName);
}
