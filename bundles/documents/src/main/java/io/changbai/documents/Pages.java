package io.changbai.documents;

/**
 * A finished PDF.
 *
 * @param pdf whole file, fonts embedded
 * @param count pages, at least 1
 */
@SuppressWarnings("ArrayRecordComponent") // a file in memory, handed over once
public record Pages(byte[] pdf, int count) {
    @Override
    public String toString() {
        return "Pages[" + count + "]";
    }
}
