namespace Networks.Data.Firms;

/// <summary>An enterprise on file: known once in the whole service, held by one association.</summary>
public sealed class Firm
{
    private readonly List<LegalRepresentative> _representatives = [];
    private readonly List<Consent> _consents = [];

    private Firm()
    {
    }

    public Firm(FirmId id, AssociationId heldBy, string name, string taxCode)
    {
        Id = id;
        HeldBy = heldBy;
        Name = name;
        TaxCode = taxCode;
    }

    public FirmId Id { get; private set; }

    /// <summary>The association that follows this firm.</summary>
    public AssociationId HeldBy { get; private set; }

    public string Name { get; set; } = "";

    /// <summary>Whether a name is known: until somebody types it, the tax code stands in its place.</summary>
    public bool HasName => Name != TaxCode;

    public LegalForm LegalForm { get; set; } = LegalForm.Other;

    /// <summary>Normalised Italian VAT number, 11 digits; null for a firm without one (foreign).</summary>
    public string? VatNumber { get; set; }

    /// <summary>Normalised tax code, 16 characters for a person, 11 digits for others; unique in the service.</summary>
    public string TaxCode { get; set; } = "";

    /// <summary>Province sigla of the REA position; null while unknown or without register entry.</summary>
    public string? ReaProvince { get; set; }

    public int? ReaNumber { get; set; }

    public RegisterStatus RegisterStatus { get; set; } = RegisterStatus.ToVerify;

    /// <summary>The day on which the register entry was last checked by a person; null when never.</summary>
    public DateOnly? RegisterCheckedOn { get; set; }

    /// <summary>ISO 3166-1 alpha-2 of the seat's country.</summary>
    public string Country { get; set; } = "IT";

    /// <summary>A foreign firm's secondary seat entered in the Italian register.</summary>
    public bool HasItalianSecondarySeat { get; set; }

    public PostalAddress? Seat { get; set; }

    /// <summary>Certified mailbox (PEC), normalised; null while unknown.</summary>
    public string? CertifiedEmail { get; set; }

    /// <summary>Mailbox to which invitations go; null when the firm has none and is called.</summary>
    public string? Email { get; set; }

    public string? Phone { get; set; }

    public string? ContactName { get; set; }

    /// <summary>Language of mails to this firm, two letters.</summary>
    public string Language { get; set; } = "it";

    /// <summary>Day on which the privacy notice was given, and how; null when it was not.</summary>
    public DateOnly? PrivacyNoticeOn { get; set; }

    public string? PrivacyNoticeHow { get; set; }

    /// <summary>When what told who the firm is was erased at its wish; null while it is known.</summary>
    public DateOnly? ErasedOn { get; private set; }

    public IReadOnlyList<LegalRepresentative> Representatives => _representatives;

    public IReadOnlyList<Consent> Consents => _consents;

    /// <summary>The representative in office on a day; null when none is known.</summary>
    public LegalRepresentative? RepresentativeOn(DateOnly day) =>
        _representatives.LastOrDefault(r => r.From <= day && (r.Until is null || r.Until >= day));

    /// <summary>Puts a person in office from a day; the one before ends the day before.</summary>
    public void Appoint(LegalRepresentative representative)
    {
        ArgumentNullException.ThrowIfNull(representative);
        foreach (var before in _representatives.Where(r => r.Until is null))
        {
            before.End(representative.From.AddDays(-1));
        }

        _representatives.Add(representative);
    }

    public bool Allows(ConsentPurpose purpose, DateOnly day) => _consents.Any(c => c.Purpose == purpose && c.CoversDay(day));

    public void Give(Consent consent) => _consents.Add(consent);

    /// <summary>Erases how the firm and its people are reached, and takes back what it allows. Who it is stays.</summary>
    public void EraseContacts(DateOnly on)
    {
        (Email, Phone, ContactName, PrivacyNoticeHow) = (null, null, null, null);
        foreach (var consent in _consents)
        {
            consent.Withdraw(on);
        }
    }

    /// <summary>Erases all that tells who the firm is; the row stays for what counts it.</summary>
    /// <param name="name">Stands in the place of its name.</param>
    /// <param name="pseudonym">Unique, and says nothing; stands in the place of its tax code.</param>
    public void Erase(string name, string pseudonym, DateOnly on)
    {
        EraseContacts(on);
        (Name, TaxCode, VatNumber, ReaProvince, ReaNumber, Seat, CertifiedEmail) = (name, pseudonym, null, null, null, null, null);
        RegisterStatus = RegisterStatus.ToVerify;
        RegisterCheckedOn = null;
        _representatives.Clear();
        ErasedOn = on;
    }
}
