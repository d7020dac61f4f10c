package io.changbai.cabinet.internal.signal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/** A line is written as its number on the board, with {@code !} before it when low means yes; empty is not wired. */
@ObjectClassDefinition(
        name = "Cabinet",
        description = "Signals of the cabinet. A line is its number on the board, with ! before it when low means yes;"
                + " empty means not wired.")
@interface CabinetConfig {

    @AttributeDefinition(
            description = "What the lines are on.",
            options = {
                @Option(value = "modbus-rtu", label = "An I/O board that speaks Modbus RTU"),
                @Option(value = "pi4j-linuxfs", label = "GPIO of the main board through sysfs"),
                @Option(value = "memory", label = "Nothing; for a terminal whose cabinet is still to come")
            })
    String board() default "modbus-rtu";

    @AttributeDefinition(
            description = "Where the Modbus board is: serial:/dev/<port>?baud=<speed> or tcp://<host>:<port>.")
    String channel() default "serial:/dev/ttyUSB1?baud=9600";

    @AttributeDefinition(description = "The Modbus board's unit number.", min = "1", max = "247")
    int unit() default 1;

    @AttributeDefinition(description = "Where the kernel shows its GPIO lines, for pi4j-linuxfs.")
    String gpio_path() default "/sys/class/gpio";

    @AttributeDefinition(description = "Milliseconds between two looks at the inputs.", min = "10", max = "250")
    int poll_millis() default 30;

    @AttributeDefinition(
            description = "Seconds without movement after which nobody stands before the terminal.",
            min = "10",
            max = "30")
    int presence_hold_seconds() default 15;

    @AttributeDefinition(description = "Input: the cabinet's door is open. A closed loop is written !<number>.")
    String door() default "";

    @AttributeDefinition(description = "Input: the cabinet is tilted, hit or opened by force.")
    String tamper() default "";

    @AttributeDefinition(description = "Input: somebody stands before the terminal.")
    String presence() default "";

    @AttributeDefinition(description = "Input: the operator switch is on maintenance.")
    String switch_maintenance() default "";

    @AttributeDefinition(description = "Input: the operator switch is on supervisor.")
    String switch_supervisor() default "";

    @AttributeDefinition(description = "Input: headphones are plugged in.")
    String headphones() default "";

    @AttributeDefinition(description = "Input: there is no mains.")
    String power_fail() default "";

    @AttributeDefinition(description = "Output: light at the card slot.")
    String light_card_reader() default "";

    @AttributeDefinition(description = "Output: light at the field for the resident ID card.")
    String light_contactless() default "";

    @AttributeDefinition(description = "Output: light at the scanner.")
    String light_scanner() default "";

    @AttributeDefinition(description = "Output: light at the PIN pad.")
    String light_pin_pad() default "";

    @AttributeDefinition(description = "Output: light at the outlet of receipts.")
    String light_receipt_printer() default "";

    @AttributeDefinition(description = "Output: light at the A4 tray.")
    String light_document_printer() default "";

    @AttributeDefinition(description = "Output: status lamp, in service.")
    String status_good() default "";

    @AttributeDefinition(description = "Output: status lamp, somebody is needed.")
    String status_warning() default "";

    @AttributeDefinition(description = "Output: status lamp, out of service.")
    String status_bad() default "";

    @AttributeDefinition(description = "Output: beeper.")
    String beeper() default "";
}
