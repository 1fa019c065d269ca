package org.mentoringroadmap.storage;

import java.util.List;
import org.mentoringroadmap.shared.FreeTexts;
import org.springframework.stereotype.Component;

/** Names under which people have brought files. */
@Component
class FileFreeTexts implements FreeTexts {
    @Override
    public List<Column> columns() {
        return List.of(new Column("stored_file", "name", OF_SCHOOL));
    }
}
