package org.mentoringroadmap.document.word;

import org.mentoringroadmap.activity.evidence.EvidenceCheck;
import org.mentoringroadmap.storage.FileType;
import org.springframework.stereotype.Component;

/** A Word file that somebody adds as evidence is looked into like a draft: others open both. */
@Component
class WordEvidence implements EvidenceCheck {
    @Override
    public void check(String name, byte[] content) {
        if (FileType.byName(name).filter(FileType.DOCX::equals).isPresent()) {
            WordFile.check(name, content);
        }
    }
}
