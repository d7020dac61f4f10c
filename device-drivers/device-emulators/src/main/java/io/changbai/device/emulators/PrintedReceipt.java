package io.changbai.device.emulators;

import java.nio.file.Path;

/**
 * One receipt that was cut off.
 *
 * @param picture a PNG of the paper
 * @param words what was printed: text line by line, {@code [image …]}, {@code [QR …]}; □ stands for a blank box
 */
public record PrintedReceipt(Path picture, String words) {

    @Override
    public String toString() {
        return "PrintedReceipt[" + picture.getFileName() + "]";
    }
}
