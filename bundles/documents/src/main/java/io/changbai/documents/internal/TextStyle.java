package io.changbai.documents.internal;

import java.awt.Color;

/**
 * How a text looks.
 *
 * @param size in points
 * @param bold drawn with a thicker outline, so that no second font file is held in memory
 * @param spacing added after each character, in points
 */
record TextStyle(double size, Color colour, boolean bold, double spacing) {

    static TextStyle ink(double size) {
        return new TextStyle(size, PageWriter.INK, false, 0);
    }

    static TextStyle grey(double size) {
        return new TextStyle(size, PageWriter.GREY, false, 0);
    }

    TextStyle sized(double points) {
        return new TextStyle(points, colour, bold, spacing);
    }

    TextStyle bolder() {
        return new TextStyle(size, colour, true, spacing);
    }

    TextStyle spaced(double points) {
        return new TextStyle(size, colour, bold, points);
    }
}
