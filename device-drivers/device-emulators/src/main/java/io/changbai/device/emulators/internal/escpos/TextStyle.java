package io.changbai.device.emulators.internal.escpos;

/** The modes that hold for text until they are changed or the printer is initialised. */
final class TextStyle {
    private static final int DEFAULT_LINE_SPACING = 34;

    boolean bold;
    int underline;
    int widthTimes = 1;
    int heightTimes = 1;
    int alignment;
    int lineSpacing = DEFAULT_LINE_SPACING;
    boolean chinese = true;
    int chineseWidthTimes = 1;
    int chineseHeightTimes = 1;
    boolean reverse;

    void defaultLineSpacing() {
        lineSpacing = DEFAULT_LINE_SPACING;
    }

    /** GS ! n: width in the high nibble, height in the low one, each less one. */
    void size(int n) {
        widthTimes = ((n >> 4) & 7) + 1;
        heightTimes = (n & 7) + 1;
    }

    /** ESC ! n: bit 3 bold, 4 double height, 5 double width, 7 underline. */
    void printMode(int n) {
        bold = (n & 0x08) != 0;
        heightTimes = (n & 0x10) != 0 ? 2 : 1;
        widthTimes = (n & 0x20) != 0 ? 2 : 1;
        underline = (n & 0x80) != 0 ? 1 : 0;
    }

    /** FS ! n: bit 2 double width, 3 double height, 7 underline, for Chinese characters only. */
    void chineseMode(int n) {
        chineseWidthTimes = (n & 0x04) != 0 ? 2 : 1;
        chineseHeightTimes = (n & 0x08) != 0 ? 2 : 1;
        underline = (n & 0x80) != 0 ? 1 : 0;
    }
}
