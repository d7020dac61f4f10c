package io.changbai.device.emulators.photo;

/**
 * One grey photograph.
 *
 * @param pixels row by row from the top left, 0 black to 255 white
 * @param text what stands in the code; empty when there is none
 * @param story what makes it hard, in a few words
 */
public record CodePhoto(int width, int height, byte[] pixels, String text, String story) {}
