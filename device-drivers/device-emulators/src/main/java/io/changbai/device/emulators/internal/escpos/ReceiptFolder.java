package io.changbai.device.emulators.internal.escpos;

import java.awt.image.RenderedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** Keeps each piece of paper as {@code receipt-0001.png} and its words as {@code receipt-0001.txt}. */
final class ReceiptFolder {
    private final Path folder;
    private int number;

    ReceiptFolder(Path folder) {
        this.folder = folder;
    }

    /** Writes both files and returns the picture's; {@code kind} is "receipt" or "torn". */
    Path keep(String kind, ReceiptPage page) {
        try {
            Files.createDirectories(folder);
            Path picture = nextFree(kind);
            write(page.picture(), picture);
            Files.writeString(wordsOf(picture), page.words());
            return picture;
        } catch (IOException e) {
            throw new UncheckedIOException("The emulated receipt cannot be kept in " + folder, e);
        }
    }

    static Path wordsOf(Path picture) {
        return picture.resolveSibling(picture.getFileName().toString().replace(".png", ".txt"));
    }

    /** Under another name first, so that whoever watches the folder never sees half a picture. */
    private static void write(RenderedImage image, Path picture) throws IOException {
        Path part = picture.resolveSibling(picture.getFileName() + ".part");
        if (!ImageIO.write(image, "png", part.toFile())) {
            throw new IOException("This Java cannot write PNG");
        }
        Files.move(part, picture);
    }

    private Path nextFree(String kind) {
        Path next = folder.resolve(name(kind));
        while (Files.exists(next)) {
            next = folder.resolve(name(kind));
        }
        return next;
    }

    private String name(String kind) {
        number++;
        return String.format("%s-%04d.png", kind, number);
    }
}
