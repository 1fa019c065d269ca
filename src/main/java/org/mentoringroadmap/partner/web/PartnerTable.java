package org.mentoringroadmap.partner.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.mentoringroadmap.partner.Partner;
import org.mentoringroadmap.partner.PartnerDetails;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Organisations as a table that a Russian Excel opens: UTF-8 with a byte order mark, semicolons, no formulas. */
@Component
class PartnerTable {
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final List<String> COLUMNS =
            List.of("name", "kind", "contact-name", "contact-post", "phone", "email", "address", "contribution");

    private final MessageSource messages;

    PartnerTable(MessageSource messages) {
        this.messages = messages;
    }

    byte[] of(List<Partner> partners) {
        StringWriter table = new StringWriter().append(BYTE_ORDER_MARK);
        try (CsvWriter csv = CsvWriter.builder().fieldSeparator(';').build(table)) {
            csv.writeRecord(
                    COLUMNS.stream().map(name -> text("partner.column." + name)).toList());
            partners.forEach(partner -> csv.writeRecord(row(partner.details())));
        } catch (IOException e) {
            throw new UncheckedIOException("A text in memory cannot be written", e);
        }
        return table.toString().getBytes(StandardCharsets.UTF_8);
    }

    private List<String> row(PartnerDetails details) {
        return Stream.of(
                        details.name(),
                        text("partner-kind." + details.kind()),
                        details.contactName(),
                        details.contactPost(),
                        details.phone(),
                        details.email(),
                        details.address(),
                        details.contribution())
                .map(PartnerTable::harmless)
                .toList();
    }

    /** A cell that begins like a formula is none: Excel would run it. */
    private static String harmless(String value) {
        return value == null ? "" : value.matches("(?s)[=+\\-@\t].*") ? "'" + value : value;
    }

    private String text(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}
