using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Drafts;

namespace Networks.Workflows.Drafting.SendCode;

/// <summary>
/// The code of one approval in a final round: six digits, mailed on request, ten minutes, five tries, once. It belongs to
/// one firm in one round; only a salted hash is stored.
/// </summary>
internal static class ApprovalCode
{
    public const int Minutes = 10;
    public const int Tries = 5;
    public const int PerHour = 5;

    public static (FirmCode Row, string Code) New(TimeProvider clock, RoundId round, ParticipantId participant)
    {
        var code = RandomNumberGenerator.GetInt32(1_000_000).ToString("D6", CultureInfo.InvariantCulture);
        var id = Ids.New(clock);
        return (new FirmCode(id, round, participant, Hash(id, code), clock.GetUtcNow().AddMinutes(Minutes)), code);
    }

    /// <summary>The newest code that was mailed to a firm in a round; older ones no longer count.</summary>
    public static Task<FirmCode?> NewestAsync(NetworksDbContext db, RoundId round, ParticipantId participant, CancellationToken cancellationToken) =>
        db.FirmCodes.Where(c => c.RoundId == round && c.ParticipantId == participant).OrderByDescending(c => c.ExpiresAt).FirstOrDefaultAsync(cancellationToken);

    /// <summary>Takes one try. A right code is used up by it.</summary>
    public static FirmAnswered? Try(FirmCode? row, string typed, DateTimeOffset now)
    {
        if (row is null || row.UsedAt is not null || row.Tries >= Tries || now >= row.ExpiresAt)
        {
            return new FirmAnswered(FirmAnswerOutcome.CodeUnusable);
        }

        row.Tries++;
        var digits = new string([.. typed.Where(char.IsAsciiDigit)]);
        if (!CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Hash(row.Id, digits)), Encoding.ASCII.GetBytes(row.CodeHash)))
        {
            return row.Tries >= Tries ? new FirmAnswered(FirmAnswerOutcome.CodeUnusable) : new FirmAnswered(FirmAnswerOutcome.CodeWrong, Tries - row.Tries);
        }

        row.UsedAt = now;
        return null;
    }

    private static string Hash(Guid id, string code) => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes($"{id:N}:{code}")));
}
