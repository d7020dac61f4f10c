package io.changbai.device.emulators.model;

/**
 * What differs between the receipt printers on the market, as far as a driver notices.
 *
 * @param dotsWide 576 on 80 mm paper, 384 on 58 mm
 * @param rom the Chinese characters it has
 * @param nativeQr whether it draws QR codes (GS ( k)
 * @param processId whether it confirms what it printed (GS ( H)
 * @param outlet what holds the paper after the cut
 * @param bufferBytes how much it keeps before it stops the host
 * @param flow how it stops the host
 */
public record ReceiptPrinterModel(
        int dotsWide, Rom rom, boolean nativeQr, boolean processId, Outlet outlet, int bufferBytes, Flow flow) {

    /** The usual 80 mm kiosk printer; its outlet knows whether a ticket lies in it. */
    public static final ReceiptPrinterModel WIDE =
            new ReceiptPrinterModel(576, Rom.GBK, true, true, Outlet.CUSTOM, 256 * 1024, Flow.STOPS_READING);

    /** A cheap 58 mm printer without anything that can be left out. */
    public static final ReceiptPrinterModel NARROW =
            new ReceiptPrinterModel(384, Rom.GB2312, false, false, Outlet.PLAIN, 4096, Flow.STOPS_READING);

    /** Chinese characters in the ROM; the others come out as blank boxes. */
    public enum Rom {
        GB2312,
        GBK,
        /** The two-byte area of GB18030. */
        GB18030
    }

    /** Who holds the paper. */
    public enum Outlet {
        /** Nothing: paper hangs or falls out, and nobody notices. */
        PLAIN,
        /** A presenter that is told by GS e and tells by DLE EOT 20, as those of Custom. */
        CUSTOM,
        /** A presenter that is told by RS and EM and tells nothing, as the Zebra TTP. */
        TTP
    }

    /** How a full buffer shows. */
    public enum Flow {
        /** It reads no more, as with a busy line. */
        STOPS_READING,
        /** XOFF with 256 bytes left, XON with 528; what comes when it is full is lost. */
        XON_XOFF
    }

    public ReceiptPrinterModel with(Outlet next) {
        return new ReceiptPrinterModel(dotsWide, rom, nativeQr, processId, next, bufferBytes, flow);
    }

    public ReceiptPrinterModel with(Rom next) {
        return new ReceiptPrinterModel(dotsWide, next, nativeQr, processId, outlet, bufferBytes, flow);
    }

    public ReceiptPrinterModel with(Flow next, int buffer) {
        return new ReceiptPrinterModel(dotsWide, rom, nativeQr, processId, outlet, buffer, next);
    }
}
