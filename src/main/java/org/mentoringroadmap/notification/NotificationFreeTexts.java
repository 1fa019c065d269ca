package org.mentoringroadmap.notification;

import java.util.List;
import org.mentoringroadmap.shared.FreeTexts;
import org.springframework.stereotype.Component;

/** Titles of documents, and why somebody sent or gave back something. */
@Component
class NotificationFreeTexts implements FreeTexts {
    @Override
    public String toldAs() {
        return "person-data.mention.notifications";
    }

    @Override
    public List<Column> columns() {
        return List.of(
                new Column("notification", "subject", OF_SCHOOL), new Column("notification", "reason", OF_SCHOOL));
    }
}
