package org.mentoringroadmap.document.word;

import java.io.IOException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.mentoringroadmap.activity.evidence.EvidenceCheck;
import org.mentoringroadmap.shared.UserInputException;
import org.mentoringroadmap.storage.FileType;
import org.mentoringroadmap.storage.PackedFile;
import org.springframework.stereotype.Component;

/**
 * A file of an office program that somebody adds as evidence is looked into: others open it. One of Word like a draft, the
 * others for how much they unpack to, and for what runs or fetches something as soon as they are opened.
 */
@Component
class OfficeEvidence implements EvidenceCheck {
    @Override
    public void check(String name, byte[] content) {
        FileType.byName(name).ifPresent(type -> check(type, name, content));
    }

    private static void check(FileType type, String name, byte[] content) {
        switch (type) {
            case DOCX -> WordFile.check(name, content);
            case XLSX, PPTX, ODT, ODS -> {
                if (!isHarmless(type, content)) {
                    throw new UserInputException("evidence.active");
                }
            }
            default -> {
                // a picture, a text or a PDF packs no other file
            }
        }
    }

    private static boolean isHarmless(FileType type, byte[] content) {
        Names names = new Names();
        try {
            PackedFile.check(content, () -> names);
            return !names.active
                    && (type == FileType.ODT || type == FileType.ODS
                            ? OfficeParts.areHarmlessOfOpenDocument(content)
                            : OfficeParts.areHarmless(content));
        } catch (PackedFile.TooMuchException e) {
            throw new UserInputException("evidence.too-much");
        } catch (IOException e) {
            throw new UserInputException("evidence.content", type.extension());
        }
    }

    /** What the names of the parts say, whichever way the file is read. */
    private static final class Names implements PackedFile.Watcher {
        /** Macros of Office, modules of OpenDocument: an empty library, which old files have, is none. */
        private static final Pattern MACROS =
                Pattern.compile("(.*/)?vbaproject\\.bin|(basic|scripts)/(.*/)?(?!script-l[bc]\\.xml$)[^/]+");

        private boolean active;

        @Override
        public void part(String name) {
            active |= OfficeParts.leadsOut(name)
                    || MACROS.matcher(name.toLowerCase(Locale.ROOT)).matches();
        }

        @Override
        public void content(byte[] bytes, int length) {
            // counted by whoever unpacks
        }

        @Override
        public void end() {
            // what kind of file it is, its headers have said
        }
    }
}
