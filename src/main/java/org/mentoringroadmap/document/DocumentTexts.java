package org.mentoringroadmap.document;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The Russian words of documents, from the message bundles. */
@Component
public class DocumentTexts {
    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");

    private final MessageSource messages;

    DocumentTexts(MessageSource messages) {
        this.messages = messages;
    }

    /** The text of a key; an unknown key is a mistake of ours and throws. */
    public String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, RUSSIAN);
    }

    /** The text of a key, or null where the bundle has none. */
    public String find(String key) {
        return messages.getMessage(key, null, null, RUSSIAN);
    }

    /** «14 августа 2025 г.»; null stays null. */
    public String date(LocalDate date) {
        return date == null
                ? null
                : DateTimeFormatter.ofPattern(text("document.date"), RUSSIAN).format(date);
    }

    /** «14.08.2025», as in a file name. */
    public String shortDate(LocalDate date) {
        return DateTimeFormatter.ofPattern("dd.MM.yyyy").format(date);
    }
}
