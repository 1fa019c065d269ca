package org.mentoringroadmap.document;

import org.springframework.data.jpa.repository.JpaRepository;

interface KindStampsRepository extends JpaRepository<KindStamps, String> {}
