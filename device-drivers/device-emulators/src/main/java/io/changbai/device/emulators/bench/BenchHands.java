package io.changbai.device.emulators.bench;

/** Whose cards lie where: the emulators know cards, the panel shows people. */
final class BenchHands {
    private String onIdReader;
    private String inSocialReader;

    synchronized void onIdReader(String key) {
        onIdReader = key;
    }

    synchronized void inSocialReader(String what) {
        inSocialReader = what;
    }

    synchronized String onIdReader() {
        return onIdReader;
    }

    synchronized String inSocialReader() {
        return inSocialReader;
    }
}
