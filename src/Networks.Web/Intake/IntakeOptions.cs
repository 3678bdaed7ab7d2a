using Networks.Data.EnterpriseNetworks;
using Networks.Data.Firms;
using Networks.Web.Components;
using Networks.Workflows.Common;
using Networks.Workflows.Intake;

namespace Networks.Web.Intake;

/// <summary>The answers that the intake's forms offer, in the language of the page.</summary>
internal static class IntakeOptions
{
    public static IReadOnlyList<Option> LegalForms => [.. Enum.GetValues<LegalForm>().Select(f => new Option($"{f}", FirmText.Say(f)))];

    /// <summary>What was not looked up comes first: it is the answer while nobody has chosen.</summary>
    public static IReadOnlyList<Option> Registers =>
        [.. Enum.GetValues<RegisterStatus>().OrderByDescending(s => s == RegisterStatus.ToVerify).Select(s => new Option($"{s}", FirmText.Say(s)))];

    public static IReadOnlyList<Option> Ways => [.. PrivacyNotice.Ways.Select(way => new Option(way, FirmText.SayWay(way)))];

    public static IReadOnlyList<Option> Consents => [.. Enum.GetValues<ConsentPurpose>().Select(p => new Option($"{p}", Say(p)))];

    public static IReadOnlyList<Option> YesNo => [new("yes", Words.Say("intake-pages.yes")), new("no", Words.Say("intake-pages.no"))];

    public static IReadOnlyList<Option> Kinds => [.. Enum.GetValues<NetworkKind>().Select(k => new Option($"{k}", Say(k), Words.Say($"intake-pages.kind-{Word(k)}-hint")))];

    public static IReadOnlyList<Option> Forms => [.. Enum.GetValues<SignatureForm>().Select(f => new Option($"{f}", Say(f)))];

    public static IReadOnlyList<Option> Languages => [.. Words.Languages.Select(l => new Option(l.TwoLetterISOLanguageName, l.Parent.NativeName))];

    public static string Say(NetworkKind kind) => Words.Say($"intake-pages.kind-{Word(kind)}");

    public static string Say(SignatureForm form) => Words.Say(form switch
    {
        SignatureForm.DigitalStandardModel => "intake-pages.form-standard-model",
        SignatureForm.DigitalAuthenticated => "intake-pages.form-digital-authenticated",
        SignatureForm.NotarialDeed => "intake-pages.form-notarial-deed",
        SignatureForm.AuthenticatedPrivateDeed => "intake-pages.form-authenticated-deed",
    });

    public static string Say(ConsentPurpose purpose) => Words.Say(purpose switch
    {
        ConsentPurpose.Contact => "intake-pages.allows-contact",
        ConsentPurpose.ShowAnonymously => "intake-pages.allows-anonymous",
        ConsentPurpose.NameAfterConsent => "intake-pages.allows-name",
        ConsentPurpose.ShowState => "intake-pages.allows-state",
    });

    private static string Word(NetworkKind kind) => kind switch
    {
        NetworkKind.Contractual => "contractual",
        NetworkKind.LegalEntity => "legal-entity",
    };
}
