using System.Globalization;
using Networks.Data.Firms;
using Networks.Workflows.Common;

namespace Networks.Workflows.Intake;

/// <summary>A firm's data as forms and sentences write them.</summary>
public static class FirmText
{
    /// <returns><c>LC-123456</c>, or null while it is unknown.</returns>
    public static string? ReaOf(Firm firm)
    {
        ArgumentNullException.ThrowIfNull(firm);
        return firm is { ReaProvince: { } sigla, ReaNumber: { } number } ? string.Create(CultureInfo.InvariantCulture, $"{sigla}-{number}") : null;
    }

    /// <summary>Label of a legal form, in the current UI language.</summary>
    public static string Say(LegalForm form) => Words.Say($"intake.legal-form-{Word($"{form}")}");

    /// <summary>Label of what is known about the register entry.</summary>
    public static string Say(RegisterStatus status) => Words.Say($"intake.register-{Word($"{status}")}");

    /// <summary>Label of a way of <see cref="PrivacyNotice"/>; another text, written before there were stored words, as it is.</summary>
    public static string SayWay(string? way) => way is not null && PrivacyNotice.Ways.Contains(way) ? Words.Say($"intake.way-{way}") : way ?? "";

    /// <summary>A field's value as a sentence quotes it.</summary>
    internal static string Said(string field, string value) => (field, value) switch
    {
        (_, "") => "–",
        ("legal-form", _) when Enum.TryParse<LegalForm>(value, out var form) => Say(form),
        ("register", _) when Enum.TryParse<RegisterStatus>(value, out var status) => Say(status),
        ("privacy-how", _) => SayWay(value),
        _ => value,
    };

    /// <summary>A member's name as a stored word: <c>SoleProprietor</c> gives <c>sole-proprietor</c>.</summary>
    internal static string Word(string member) => string.Concat(member.Select((c, i) =>
        char.IsUpper(c) ? (i > 0 ? "-" : "") + char.ToLowerInvariant(c) : $"{c}"));
}
