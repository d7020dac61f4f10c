package io.changbai.documents.internal;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * The tables of a TrueType file, read from disk one by one: PDFBox would hold a Chinese font of 16 MB in memory twice, and
 * four times while it parses it.
 */
final class FontTables implements AutoCloseable {

    private static final int TTCF = 0x74746366;
    private static final int MOST_TABLES = 200;
    private static final int LARGEST = 16 << 20;

    private final RandomAccessFile file;
    private final Map<String, Place> places = new HashMap<>();

    private record Place(long offset, long length) {}

    /**
     * Opens a font.
     *
     * @param path a font ({@code .ttf}) or a collection ({@code .ttc}), of which the first font counts
     * @throws IOException the file is not there or is not a TrueType font
     */
    FontTables(Path path) throws IOException {
        file = new RandomAccessFile(path.toFile(), "r");
        try {
            readDirectory();
        } catch (IOException e) {
            file.close();
            throw e;
        }
    }

    private void readDirectory() throws IOException {
        if (file.readInt() == TTCF) {
            file.seek(12);
            file.seek(Integer.toUnsignedLong(file.readInt()));
            file.readInt();
        }
        int count = file.readUnsignedShort();
        if (count > MOST_TABLES) {
            throw new IOException("not a TrueType font");
        }
        file.skipBytes(6);
        for (int i = 0; i < count; i++) {
            byte[] tag = new byte[4];
            file.readFully(tag);
            file.readInt(); // checksum
            long offset = Integer.toUnsignedLong(file.readInt());
            places.put(new String(tag, StandardCharsets.US_ASCII), new Place(offset, file.readInt()));
        }
    }

    boolean has(String tag) {
        return places.containsKey(tag);
    }

    /** @throws IOException the font has no such table */
    Bytes table(String tag) throws IOException {
        Place place = place(tag);
        if (place.length() < 0 || place.length() > LARGEST) {
            throw new IOException("table " + tag + " is too large");
        }
        return part(tag, 0, (int) place.length());
    }

    /** Some bytes of a table. */
    Bytes part(String tag, long from, int length) throws IOException {
        Place place = place(tag);
        if (from < 0 || length < 0 || length > LARGEST || from + length > place.length()) {
            throw new IOException("table " + tag + " is damaged");
        }
        byte[] bytes = new byte[length];
        file.seek(place.offset() + from);
        file.readFully(bytes);
        return new Bytes(bytes);
    }

    private Place place(String tag) throws IOException {
        Place place = places.get(tag);
        if (place == null) {
            throw new IOException("no table " + tag);
        }
        return place;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
