package io.changbai.qr.scanner.internal.codec;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Reports of a USB HID-POS scanner (usage page 8C): report id 02, how many bytes of code are in it, the code, and in bit 0
 * of the last byte whether it goes on in the next report.
 */
public final class HidPosDecoder implements Decoder {

    static final int REPORT = 64;

    private static final byte REPORT_ID = 2;
    private static final int AIM = 3;
    private static final Heard TOO_LONG = new Heard.TooLong();

    private final HidPosLayout layout;
    private final byte[] report = new byte[REPORT];
    private final byte[] code = new byte[LONGEST_CODE];
    private int size;
    private int codeSize;
    private boolean oversize;

    public HidPosDecoder(HidPosLayout layout) {
        this.layout = layout;
    }

    /** Bytes before a report id are another report's, or the rest of one. */
    @Override
    public List<Heard> take(byte next) {
        if (size == 0 && next != REPORT_ID) {
            return List.of();
        }
        report[size++] = next;
        return size == REPORT ? whole() : List.of();
    }

    private List<Heard> whole() {
        int count = report[1] & 0xFF;
        boolean goesOn = (report[REPORT - 1] & 1) != 0;
        if (count > layout.room()) {
            clear();
            return List.of();
        }
        append(count);
        String symbology = symbology();
        forgetReport();
        return goesOn ? List.of() : end(symbology);
    }

    private void append(int count) {
        oversize |= codeSize + count > LONGEST_CODE;
        if (!oversize) {
            System.arraycopy(report, layout.data(), code, codeSize, count);
            codeSize += count;
        }
    }

    private String symbology() {
        boolean said = layout.aim() > 0 && report[layout.aim()] == ']';
        return said ? new String(report, layout.aim(), AIM, StandardCharsets.US_ASCII) : "";
    }

    private List<Heard> end(String symbology) {
        byte[] bytes = Arrays.copyOf(code, codeSize);
        boolean tooLong = oversize;
        clear();
        if (tooLong) {
            return List.of(TOO_LONG);
        }
        return bytes.length == 0 ? List.of() : List.of(new Heard.Code(bytes, symbology));
    }

    /** The reports of one code follow each other at once: what is begun now will not end. */
    @Override
    public List<Heard> silence() {
        boolean tooLong = oversize;
        clear();
        return tooLong ? List.of(TOO_LONG) : List.of();
    }

    @Override
    public boolean isInCode() {
        return size > 0 || codeSize > 0;
    }

    @Override
    public void clear() {
        forgetReport();
        Arrays.fill(code, 0, codeSize, (byte) 0);
        codeSize = 0;
        oversize = false;
    }

    private void forgetReport() {
        Arrays.fill(report, 0, size, (byte) 0);
        size = 0;
    }
}
