package io.changbai.device.api.print;

/**
 * How a document is put on paper.
 *
 * @param copies 1 to 9; all of them belong to the same visit
 * @param bothSides print on both sides, flipped on the long edge; a printer that cannot prints on one side
 */
public record PageSetup(int copies, boolean bothSides) {

    /** One copy on one side: what a certificate is unless its service says otherwise. */
    public static final PageSetup PLAIN = new PageSetup(1, false);

    public PageSetup {
        if (copies < 1 || copies > 9) {
            throw new IllegalArgumentException("copies: " + copies);
        }
    }
}
