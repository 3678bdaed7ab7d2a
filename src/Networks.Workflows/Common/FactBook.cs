using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Administration;
using Networks.Data.Reference;
using Networks.Workflows.Rules;

namespace Networks.Workflows.Common;

/// <summary>The facts marked "to verify" as a programme has verified them: fees, the tax and its term. What it has not verified is as shipped.</summary>
public sealed class FactBook(NetworksDbContext db, VerifiableFacts shipped)
{
    public const string RegistrationTax = "registration-tax";

    /// <summary>In calendar days.</summary>
    public const string RegistrationTaxTerm = "registration-tax-term";

    public const string NotaryCost = "notary-cost";

    /// <summary>Every fact that can be verified: the fees of the shipped table, then the others.</summary>
    public static IReadOnlyList<string> Items { get; } = [.. Fees.All.Select(f => f.Item).Distinct(), RegistrationTax, RegistrationTaxTerm, NotaryCost];

    /// <summary>The value as shipped; null where the service has none.</summary>
    public (long? Value, bool ToVerify) Shipped(string item, DateOnly day) => item switch
    {
        RegistrationTax => (shipped.RegistrationTaxCents.Value, shipped.RegistrationTaxCents.ToVerify),
        RegistrationTaxTerm => (shipped.RegistrationTaxTermDays.Value, shipped.RegistrationTaxTermDays.ToVerify),
        NotaryCost => (shipped.NotaryCostCents.Value, shipped.NotaryCostCents.ToVerify),
        _ => Fees.All.Where(f => f.Item == item && f.Validity.Holds(day)).Select(f => ((long?)f.Cents, f.ToVerify)).FirstOrDefault(),
    };

    public async Task<(FeeTable Fees, VerifiableFacts Facts)> OnAsync(ProgrammeId programme, DateOnly day, CancellationToken cancellationToken)
    {
        var known = await KnownAsync(programme, day, cancellationToken);
        return (Fees.On(day, known.ToDictionary(f => f.Key, f => f.Value.Value, StringComparer.Ordinal)), shipped with
        {
            RegistrationTaxCents = known.TryGetValue(RegistrationTax, out var tax) ? Verified(tax.Value) : shipped.RegistrationTaxCents,
            RegistrationTaxTermDays = known.TryGetValue(RegistrationTaxTerm, out var term) ? Verified((int)term.Value) : shipped.RegistrationTaxTermDays,
            NotaryCostCents = known.TryGetValue(NotaryCost, out var notary) ? Verified<long?>(notary.Value) : shipped.NotaryCostCents,
        });
    }

    /// <summary>What counts on a day, by item: of several the one recorded last.</summary>
    internal async Task<Dictionary<string, ConfirmedFact>> KnownAsync(ProgrammeId programme, DateOnly day, CancellationToken cancellationToken) =>
        (await db.ConfirmedFacts.AsNoTracking().Where(f => f.ProgrammeId == programme && f.WithdrawnAt == null && f.From <= day).ToListAsync(cancellationToken))
            .GroupBy(f => f.Item).ToDictionary(g => g.Key, g => g.OrderBy(f => f.From).ThenBy(f => f.RecordedAt).Last(), StringComparer.Ordinal);

    private static VerifiableFact<T> Verified<T>(T value) => new(value) { Verified = true };
}
