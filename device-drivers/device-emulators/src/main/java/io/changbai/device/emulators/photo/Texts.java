package io.changbai.device.emulators.photo;

import java.util.List;
import java.util.Random;

/** What people put into codes: addresses, numbers, business cards, Chinese and Japanese. All invented. */
final class Texts {

    record Sample(String text, String charset) {}

    private static final String CHINESE = "社会保障服务终端养老保险参保证明待遇领取资格认证预约号码窗口银杏路长春吉林省居民身份";
    private static final String JAPANESE = "携帯電話のためのページです日本語テスト東京都千代田区モバイル";
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";
    private static final List<Integer> LENGTHS = List.of(8, 14, 20, 28, 36, 50, 70, 110, 180, 280);

    private Texts() {}

    static Sample random(Random random) {
        int length = LENGTHS.get(random.nextInt(random.nextInt(4) == 0 ? LENGTHS.size() : 7));
        switch (random.nextInt(10)) {
            case 0:
                return new Sample(pick("0123456789", length * 2, random), "ISO-8859-1");
            case 1:
                return new Sample(pick("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 -/.:", length, random), "ISO-8859-1");
            case 2:
                return new Sample(pick(CHINESE, Math.max(4, length / 3), random), "UTF-8");
            case 3:
                return new Sample("MEBKM:TITLE:" + pick(JAPANESE, Math.max(6, length / 3), random) + ";", "UTF-8");
            case 4:
                return new Sample(
                        "BEGIN:VCARD\nN:" + pick(LETTERS, 6, random) + "\nTEL:" + pick("0123456789", 11, random)
                                + "\nURL:http://" + pick(LETTERS, length / 2 + 1, random) + ".example\nEND:VCARD",
                        "ISO-8859-1");
            default:
                return new Sample("http://" + pick(LETTERS, length, random) + ".example/", "ISO-8859-1");
        }
    }

    private static String pick(String from, int length, Random random) {
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(from.charAt(random.nextInt(from.length())));
        }
        return text.toString();
    }
}
