package io.changbai.acceptance.bench;

import io.changbai.device.api.print.ReceiptPart;
import io.changbai.device.api.print.ReceiptPart.Align;
import io.changbai.device.api.print.ReceiptPart.Gap;
import io.changbai.device.api.print.ReceiptPart.Line;
import io.changbai.device.api.print.ReceiptPart.Qr;
import io.changbai.device.api.print.ReceiptPart.Rule;
import io.changbai.device.api.print.ReceiptPart.Size;
import java.util.ArrayList;
import java.util.List;

/** A Chinese receipt of thirty lines with a code; two of its lines hold characters that no printer's ROM has. */
final class SampleReceipt {

    static final int LINES = 30;

    private static final List<String> MONTHS = List.of("一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二");

    private SampleReceipt() {}

    static List<ReceiptPart> parts() {
        List<ReceiptPart> parts = new ArrayList<>();
        parts.add(new Line("社会保险缴费明细回执", Align.CENTRE, Size.DOUBLE, true));
        parts.add(new Line("八九省一〇一县人力资源和社会保障局", Align.CENTRE, Size.NORMAL, false));
        parts.add(new Rule());
        parts.add(row("姓名", "𠮷小民")); // U+20BB7, extension B
        parts.add(row("证件号码", "890101********101X"));
        parts.add(row("经办人", "㐂欧阳")); // U+3402, extension A: four bytes in GB 18030
        parts.add(row("单位名称", "长白山电子有限公司"));
        parts.add(row("险种", "城镇职工基本养老保险"));
        parts.add(row("参保地", "八九省一〇一县"));
        parts.add(new Rule());
        for (String month : MONTHS) {
            parts.add(row("二〇二六年" + month + "月", "基数 6580.00  个人 526.40"));
        }
        parts.add(row("合计", "6316.80"));
        parts.add(row("累计缴费年限", "21年7个月"));
        parts.add(row("办理渠道", "自助服务终端"));
        parts.add(row("办理地点", "一〇一县政务服务大厅一楼"));
        parts.add(row("办理时间", "2026-11-23 15:04:05"));
        parts.add(row("业务流水号", "CB89-2026-00004217"));
        parts.add(ReceiptPart.line("本回执可凭业务流水号在窗口、自助终端查询。"));
        parts.add(ReceiptPart.line("扫描下方二维码可以验证本回执的真伪。"));
        parts.add(new Line("请妥善保管", Align.CENTRE, Size.NORMAL, true));
        parts.add(new Line("服务热线 12333", Align.CENTRE, Size.NORMAL, false));
        parts.add(new Qr("https://verify.example.test/c/CB89-2026-00004217"));
        parts.add(new Gap(2));
        return parts;
    }

    private static ReceiptPart row(String name, String value) {
        return ReceiptPart.line(name + " ".repeat(Math.max(1, 48 - columns(name) - columns(value))) + value);
    }

    private static int columns(String text) {
        return text.codePoints().map(each -> each < 0x80 ? 1 : 2).sum();
    }
}
