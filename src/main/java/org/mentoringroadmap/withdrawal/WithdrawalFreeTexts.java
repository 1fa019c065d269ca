package org.mentoringroadmap.withdrawal;

import java.util.List;
import org.mentoringroadmap.shared.FreeTexts;
import org.springframework.stereotype.Component;

/** What is typed about withdrawn consents. */
@Component
class WithdrawalFreeTexts implements FreeTexts {
    @Override
    public List<Column> columns() {
        return List.of(
                new Column("consent_withdrawal", "unpublish_note", OF_PROGRAMME),
                new Column("consent_withdrawal", "reason", OF_PROGRAMME));
    }
}
