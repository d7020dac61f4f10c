package io.changbai.card.reader.internal.ssse;

import java.util.List;
import java.util.stream.Stream;

/** The fields a terminal reads of the two files, by tag; what it does not need (02 category, 04 initialiser) it does not ask for. Record numbers differ between generations, tags do not. */
enum SsseField {
    CARD_ID(File.ISSUER, 0x01, 16),
    SPEC_VERSION(File.ISSUER, 0x03, 4),
    ISSUED_ON(File.ISSUER, 0x05, 4),
    VALID_TO(File.ISSUER, 0x06, 4),
    CARD_NUMBER(File.ISSUER, 0x07, 9),
    NUMBER(File.HOLDER, 0x08, 18),
    NAME(File.HOLDER, 0x09, 30),
    /** Continues the name, from the middle of a character if need be; generation 1.00 has none. */
    NAME_CONTINUED(File.HOLDER, 0x4E, 20),
    SEX(File.HOLDER, 0x0A, 1),
    NATION(File.HOLDER, 0x0B, 1),
    BIRTHPLACE(File.HOLDER, 0x0C, 3),
    BORN(File.HOLDER, 0x0D, 4);

    /** A file with records. */
    enum File {
        ISSUER(0xEF05),
        HOLDER(0xEF06);

        private final int id;

        File(int id) {
            this.id = id;
        }

        int id() {
            return id;
        }

        /** As READ RECORD names it without a SELECT before. */
        int shortId() {
            return id & 0x1F;
        }
    }

    private final File file;
    private final int tag;
    private final int length;

    SsseField(File file, int tag, int length) {
        this.file = file;
        this.tag = tag;
        this.length = length;
    }

    int tag() {
        return tag;
    }

    /** Of its record: tag, length, value as the specification has them. Over T=0 knowing it saves every second command. */
    int recordLength() {
        return 2 + length;
    }

    static List<SsseField> of(File file) {
        return Stream.of(values()).filter(field -> field.file == file).toList();
    }
}
