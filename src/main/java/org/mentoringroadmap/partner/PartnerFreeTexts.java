package org.mentoringroadmap.partner;

import java.util.List;
import org.mentoringroadmap.shared.FreeTexts;
import org.springframework.stereotype.Component;

/** What is typed about partners; the name of an organisation is no person. */
@Component
class PartnerFreeTexts implements FreeTexts {
    @Override
    public String toldAs() {
        return "person-data.mention.partners";
    }

    @Override
    public List<Column> columns() {
        return List.of(
                new Column("partner", "contact_name", OF_SCHOOL),
                new Column("partner", "contact_post", OF_SCHOOL),
                new Column("partner", "phone", OF_SCHOOL),
                new Column("partner", "email", OF_SCHOOL),
                new Column("partner", "address", OF_SCHOOL),
                new Column("partner", "contribution", OF_SCHOOL));
    }
}
