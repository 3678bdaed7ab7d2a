using Networks.Data.EnterpriseNetworks;
using Networks.Data.Firms;
using Networks.Data.Reference;
using Networks.Workflows.Common;
using Networks.Workflows.Rules;

namespace Networks.Workflows.Documents;

/// <summary>The facts of a case as the fields of the contract's template. The contract's language is Italian.</summary>
internal static class ContractTextOf
{
    /// <param name="day">The day whose representatives and chambers count.</param>
    public static NetworkContractText Facts(ContractParties parties, DateOnly day)
    {
        var network = parties.Network;
        var terms = network.Terms;
        return new NetworkContractText
        {
            NetworkName = network.Name,
            NetworkSeat = network.Seat?.ToString(),
            LegalPersonality = network.Kind == NetworkKind.LegalEntity,
            NotarialForm = network.Form is { } form && SigningForm.NeedsPublicOfficial(form),
            Firms = [.. parties.Parties.Select(p => Firm(p.Firm, day))],
            Purpose = terms.Programme,
            Objectives = [.. terms.Objectives.Select(o => new ContractObjective(o.Text, o.Measure))],
            Activities = Lines(terms.MeansOfPursuit),
            Duties = Lines(terms.RightsAndDuties),
            Fund = network.Fund is { } fund ? Fund(fund, parties.Parties) : null,
            Body = network.Body is { } body
                ? new ContractBody(body.Holder, body.TermYears, Lines(body.Powers), body.ReplacementRule, body.Represents)
                : null,
            Duration = terms.DurationYears is { } years ? new ContractDuration(years, null, terms.RenewalYears, null) : null,
            OpenAccession = terms.OpenAccession,
            AccessionRequirement = terms.AccessionRules,
            WithdrawalNoticeMonths = terms.NoticeMonths,
            MinimumFirms = terms.MinimumParticipants,
            Decisions = terms.DecisionPercent is { } percent ? new ContractDecisionRule(percent) : null,
            ProgrammeChangePercent = terms.ProgrammeChangePercent,
            NonCompete = terms.NonCompete is { } pact ? new ContractNonCompete(pact.Scope, pact.Months) : null,
            ConfidentialityYears = terms.ConfidentialityYears,
            ReferenceFirm = parties.Parties.FirstOrDefault(p => p.Participant.Id == network.ReferenceEnterprise?.Participant)?.Firm.Name,
            MediationBody = terms.MediationBody,
            Court = terms.DisputeCourt,
            TaxRegistrant = terms.TaxRegistrationPerson,
            TaxRegistrantTaxCode = terms.TaxRegistrationTaxCode,
        };
    }

    private static ContractFirm Firm(Firm firm, DateOnly day)
    {
        var person = firm.RepresentativeOn(day);
        return new ContractFirm(
            firm.Name,
            firm.LegalForm == LegalForm.Other ? null : Words.In(Words.Italian, $"drafting.form-{firm.LegalForm}"),
            firm.Seat?.ToString(),
            firm.TaxCode,
            firm.VatNumber,
            firm is { ReaProvince: { } province, ReaNumber: { } number } ? $"{province}-{number}" : null,
            firm.ReaProvince is { } sigla ? Chambers.Of(sigla, day)?.Name : null,
            firm.CertifiedEmail,
            person?.FullName,
            person?.TaxCode,
            person?.Office);
    }

    private static ContractFund Fund(CommonFund fund, IReadOnlyList<ContractParty> parties) => new(
        [
            .. parties.Select(p => new ContractContribution(
                p.Firm.Name,
                p.Participant.ContributionCents,
                fund.Valuation,
                Words.In(Words.Italian, "drafting.within-days-of-effect", fund.PaymentDays))),
        ],
        fund.ManagementRules,
        fund.LaterContributions);

    private static string[] Lines(string? text) =>
        text?.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];
}
