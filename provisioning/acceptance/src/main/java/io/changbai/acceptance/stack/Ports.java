package io.changbai.acceptance.stack;

/**
 * All ports of one stack, counted from its base, on loopback.
 *
 * @param base for example 18000
 */
public record Ports(int base) {

    public int idCardReader() {
        return base + 1;
    }

    public int scanner() {
        return base + 2;
    }

    public int receiptPrinter() {
        return base + 3;
    }

    public int ippResponder() {
        return base + 4;
    }

    public int camera() {
        return base + 5;
    }

    public int ippEvePrinter() {
        return base + 6;
    }

    public int documentCamera() {
        return base + 8;
    }

    public int powerSupply() {
        return base + 9;
    }

    public int cabinet() {
        return base + 10;
    }

    public int speech() {
        return base + 11;
    }

    public int fleetHttp() {
        return base + 43;
    }

    public int fleetEnrol() {
        return base + 44;
    }

    public int sandboxHttp() {
        return base + 60;
    }

    public int kiosk() {
        return base + 80;
    }

    public int broker() {
        return base + 83;
    }

    public int bench() {
        return base + 90;
    }
}
