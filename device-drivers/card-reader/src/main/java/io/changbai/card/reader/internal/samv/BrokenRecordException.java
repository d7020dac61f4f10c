package io.changbai.card.reader.internal.samv;

/** What was read cannot be on any card. */
final class BrokenRecordException extends Exception {

    private static final long serialVersionUID = 1;

    /** @param what what is wrong, without anything of the person */
    BrokenRecordException(String what) {
        super(what, null, false, false);
    }
}
