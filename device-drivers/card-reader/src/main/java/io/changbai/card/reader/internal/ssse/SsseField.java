package io.changbai.card.reader.internal.ssse;

import java.util.List;
import java.util.stream.Stream;

/** The fields a terminal reads of the two files, by tag; what it does not need (02 category, 04 initialiser) it does not ask for. Record numbers differ between generations, tags do not. */
enum SsseField {
    CARD_ID(File.ISSUER, 0x01),
    SPEC_VERSION(File.ISSUER, 0x03),
    ISSUED_ON(File.ISSUER, 0x05),
    VALID_TO(File.ISSUER, 0x06),
    CARD_NUMBER(File.ISSUER, 0x07),
    NUMBER(File.HOLDER, 0x08),
    NAME(File.HOLDER, 0x09),
    /** Continues the name, from the middle of a character if need be; generation 1.00 has none. */
    NAME_CONTINUED(File.HOLDER, 0x4E),
    SEX(File.HOLDER, 0x0A),
    NATION(File.HOLDER, 0x0B),
    BIRTHPLACE(File.HOLDER, 0x0C),
    BORN(File.HOLDER, 0x0D);

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

    SsseField(File file, int tag) {
        this.file = file;
        this.tag = tag;
    }

    int tag() {
        return tag;
    }

    static List<SsseField> of(File file) {
        return Stream.of(values()).filter(field -> field.file == file).toList();
    }
}
