package org.mentoringroadmap.consent;

/** Who signs a consent. */
public enum Signer {
    SELF,
    REPRESENTATIVE
}
