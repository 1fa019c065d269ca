package org.mentoringroadmap.document.template;

import java.time.LocalDateTime;
import java.util.UUID;

/**
 * What was used as a template from a moment on.
 *
 * @param no counts from 1 within the school's template
 * @param fileId key of the file; null where the school went back to what comes with the product
 * @param createdBy login of who uploaded it or went back
 */
public record TemplateVersion(int no, UUID fileId, String createdBy, LocalDateTime createdAt) {
    /** Whether it is a file of the school's own. */
    public boolean isOwn() {
        return fileId != null;
    }
}
