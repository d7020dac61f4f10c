package io.changbai.device.emulators.internal.chip;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** An elementary file of records, each one tag, length, value. Records are numbered from 1 in the order given. */
public final class RecordFile {
    private final List<byte[]> records = new ArrayList<>();

    public RecordFile with(int tag, byte[] value) {
        ByteArrayOutputStream record = new ByteArrayOutputStream();
        record.write(tag);
        record.write(value.length);
        record.writeBytes(value);
        records.add(record.toByteArray());
        return this;
    }

    /** A record that is already in its final form. */
    public RecordFile withRaw(byte[] record) {
        records.add(record.clone());
        return this;
    }

    public Optional<byte[]> byNumber(int number) {
        return number < 1 || number > records.size() ? Optional.empty() : Optional.of(records.get(number - 1));
    }

    public Optional<byte[]> byTag(int tag) {
        return records.stream().filter(record -> (record[0] & 0xFF) == tag).findFirst();
    }

    /** Digits two to a byte, padded on the right with F to {@code length} bytes. */
    public static byte[] bcd(String digits, int length) {
        byte[] packed = new byte[length];
        Arrays.fill(packed, (byte) 0xFF);
        for (int i = 0; i < digits.length() && i / 2 < length; i++) {
            int digit = Character.digit(digits.charAt(i), 10);
            int keep = i % 2 == 0 ? 0x0F : 0xF0;
            packed[i / 2] = (byte) ((packed[i / 2] & keep) | (i % 2 == 0 ? digit << 4 : digit));
        }
        return packed;
    }
}
