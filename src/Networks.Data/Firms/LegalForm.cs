namespace Networks.Data.Firms;

/// <summary>Legal forms as far as fees, forms and rules tell them apart.</summary>
public enum LegalForm
{
    /// <summary>Impresa individuale: its tax code is a person's, hence personal data.</summary>
    SoleProprietor,

    /// <summary>Società semplice.</summary>
    SimplePartnership,

    /// <summary>Società in nome collettivo.</summary>
    Snc,

    /// <summary>Società in accomandita semplice.</summary>
    Sas,

    /// <summary>Società a responsabilità limitata, also simplified.</summary>
    Srl,

    /// <summary>Società per azioni.</summary>
    Spa,

    Cooperative,

    SocialCooperative,

    Consortium,

    Other,
}
