using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Networks.Workflows.Engine.Moving;

/// <summary>What a move does to one step of a case. In the order in which people are told.</summary>
public enum MoveEffectKind
{
    /// <summary>A task that opens in the move.</summary>
    Asked,

    /// <summary>An open task that closes in the move and comes again after what is asked now.</summary>
    Later,

    /// <summary>What the service makes up for in the move.</summary>
    MadeUp,

    /// <summary>An open task that is reminded of from now on.</summary>
    Reminded,

    /// <summary>An open task that is no longer reminded of.</summary>
    Unreminded,

    /// <summary>A set of parties whose last day now wakes the desk.</summary>
    Deadline,

    /// <summary>A set of parties whose last day no longer wakes anybody.</summary>
    NoDeadline,

    /// <summary>A mail that goes out because of the move.</summary>
    Mail,

    /// <summary>An open task that stays with whom it is, with its day.</summary>
    Kept,

    /// <summary>A step that comes later on the way.</summary>
    Ahead,

    /// <summary>A step that the case has passed and that comes only when the way is gone again.</summary>
    IfRepeated,

    /// <summary>A step that the case has passed: nobody is asked for it.</summary>
    Passed,

    /// <summary>A step of the way before that no longer comes.</summary>
    Gone,
}

/// <param name="Step">The step's own word.</param>
/// <param name="About">Participant, filing or duty that it is about; null for the case.</param>
/// <param name="Day">The day of a reminder or of a deadline; null elsewhere.</param>
/// <param name="To">The mailbox of a mail; null elsewhere.</param>
public sealed record MoveEffect(MoveEffectKind Kind, string Step, SubjectName? About, DateOnly? Day = null, string? To = null);

/// <summary>All that a move does to one case; the same whether it was tried or done.</summary>
/// <param name="CaseVersion">The guard of the case: another act on it makes another report.</param>
public sealed record MoveReport(string Process, int From, int To, long CaseVersion, IReadOnlyList<MoveEffect> Effects)
{
    /// <summary>Equal for equal reports: what somebody saw is what is done, or it is not done.</summary>
    public string Fingerprint
    {
        get
        {
            var text = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"{Process} {From} {To} {CaseVersion}"));
            foreach (var effect in Effects)
            {
                text.Append(CultureInfo.InvariantCulture, $"\n{effect.Kind} {effect.Step} {effect.About?.Text} {effect.Day:yyyy-MM-dd} {effect.To}");
            }

            return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..32];
        }
    }
}
