package io.changbai.acceptance.bench.qr;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.changbai.acceptance.words.WrongWordsException;
import io.changbai.device.api.scanner.GreyPicture;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** Pictures of a folder and all below it, each with its text beside it: {@code a.png} and {@code a.txt} (UTF-8). */
final class PictureFolder {

    private static final Set<String> KINDS = Set.of("png", "jpg", "jpeg", "gif", "bmp");
    private static final long MOST_PIXELS = 50_000_000;

    private PictureFolder() {}

    /** @throws WrongWordsException the folder or a picture in it cannot be used; the message says which and why */
    static List<TestPicture> read(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new WrongWordsException("--images: there is no folder " + folder);
        }
        List<TestPicture> pictures = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(PictureFolder::isPicture).sorted().toList()) {
                pictures.add(new TestPicture(folder.relativize(file).toString(), grey(file), expected(file)));
            }
        }
        if (pictures.isEmpty()) {
            throw new WrongWordsException("--images: no png, jpg, gif or bmp in " + folder);
        } else if (pictures.stream().noneMatch(TestPicture::hasCode)) {
            throw new WrongWordsException("--images: no picture in " + folder
                    + " has its text beside it (a.png needs a.txt), so no rate can be said");
        }
        return pictures;
    }

    private static boolean isPicture(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return KINDS.contains(name.substring(name.lastIndexOf('.') + 1)) && Files.isRegularFile(file);
    }

    /** Without a text, or with an empty one, a picture shows no code. */
    private static String expected(Path picture) throws IOException {
        String name = picture.getFileName().toString();
        Path text = picture.resolveSibling(name.substring(0, name.lastIndexOf('.')) + ".txt");
        try {
            return Files.exists(text) ? Files.readString(text, UTF_8) : "";
        } catch (CharacterCodingException e) {
            throw new WrongWordsException(text + " is not UTF-8");
        }
    }

    private static GreyPicture grey(Path file) throws IOException {
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new WrongWordsException(file + " is no picture this program can read");
            }
            ImageReader reader = readers.next();
            reader.setInput(in, true, true);
            long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
            if (pixels > MOST_PIXELS) {
                throw new WrongWordsException(
                        file + " has " + pixels / 1_000_000 + " million pixels; at most 50 million are read");
            }
            return grey(reader.read(0));
        } catch (IOException | RuntimeException e) {
            if (e instanceof WrongWordsException) {
                throw e;
            }
            throw new WrongWordsException(file + " cannot be read: " + e.getMessage());
        }
    }

    /** As ZXing's own test harness does: grey as it is stored, else 0.299 R + 0.587 G + 0.114 B; where nothing is, white. */
    private static GreyPicture grey(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        if (image.getType() == BufferedImage.TYPE_BYTE_GRAY) {
            byte[] stored = (byte[]) image.getRaster().getDataElements(0, 0, width, height, null);
            return new GreyPicture(width, height, stored);
        }
        byte[] pixels = new byte[width * height];
        int[] row = new int[width];
        for (int y = 0; y < height; y++) {
            image.getRGB(0, y, width, 1, row, 0, width);
            for (int x = 0; x < width; x++) {
                pixels[y * width + x] = (byte) grey(row[x]);
            }
        }
        return new GreyPicture(width, height, pixels);
    }

    private static int grey(int argb) {
        int red = argb >> 16 & 0xFF;
        int green = argb >> 8 & 0xFF;
        int blue = argb & 0xFF;
        return argb >>> 24 == 0 ? 0xFF : (306 * red + 601 * green + 117 * blue + 512) >> 10;
    }
}
