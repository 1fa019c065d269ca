package org.mentoringroadmap.document.approval;

import java.util.List;
import org.mentoringroadmap.document.Document;
import org.mentoringroadmap.document.DocumentFiles;
import org.mentoringroadmap.document.DocumentTexts;
import org.mentoringroadmap.document.word.Blank;
import org.mentoringroadmap.document.word.Blanks;
import org.mentoringroadmap.shared.Unguarded;
import org.mentoringroadmap.shared.UserInputException;
import org.springframework.stereotype.Component;

/**
 * Whether the file of a document is filled in. A form that is printed and filled by hand is complete by its kind, whatever
 * lines it has; of every other kind the newest file is looked into, as it is, whoever has edited it.
 */
@Component
public class Completeness {
    private final DocumentFiles files;
    private final DocumentTexts texts;

    Completeness(DocumentFiles files, DocumentTexts texts) {
        this.files = files;
        this.texts = texts;
    }

    /** What is still blank in the newest file, in words for a person; empty for a form. Whoever asks. */
    @Unguarded
    public List<String> blanks(Document document) {
        return document.kind().isPrintable()
                ? List.of()
                : told(document, files.content(files.newest(document)).content());
    }

    /** What was blank in a version of the document. */
    List<String> told(Document document, byte[] docx) {
        return Blanks.of(docx, document.kind().leavesCellsEmpty()).stream()
                .map(this::text)
                .toList();
    }

    /**
     * The document is about to be approved.
     *
     * @param despiteBlanks whether whoever approves it was told what is blank, and means it all the same
     * @return how many places are blank
     * @throws UserInputException {@code document.blanks} naming them, unless they are accepted
     */
    int require(Document document, boolean despiteBlanks) {
        return require(document, despiteBlanks, "document.blanks");
    }

    /**
     * A document that nobody approves is about to get its number.
     *
     * @param despiteBlanks whether whoever enters the number was told what is blank, and means it all the same
     * @return how many places are blank
     * @throws UserInputException {@code document.blanks-number} naming them, unless they are accepted
     */
    public int requireForNumber(Document document, boolean despiteBlanks) {
        return require(document, despiteBlanks, "document.blanks-number");
    }

    private int require(Document document, boolean despiteBlanks, String code) {
        List<String> blanks = blanks(document);
        if (!blanks.isEmpty() && !despiteBlanks) {
            throw new UserInputException(code, String.valueOf(blanks.size()), String.join("; ", blanks));
        }
        return blanks.size();
    }

    private String text(Blank blank) {
        return texts.text("document.blank." + blank.kind(), blank.arguments().toArray());
    }
}
