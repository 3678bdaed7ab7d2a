namespace Networks.Data.EnterpriseNetworks;

/// <summary>The forms in which the deed may be made (D.L. 5/2009 art. 3 co. 4-ter; D.Lgs. 82/2005 art. 24 and 25).</summary>
public enum SignatureForm
{
    /// <summary>Standard model, each legal representative signs digitally (art. 24 CAD).</summary>
    DigitalStandardModel,

    /// <summary>Digital signatures authenticated by a notary or public officer (art. 25 CAD).</summary>
    DigitalAuthenticated,

    /// <summary>Atto pubblico.</summary>
    NotarialDeed,

    /// <summary>Scrittura privata autenticata.</summary>
    AuthenticatedPrivateDeed,
}
