using Microsoft.EntityFrameworkCore;
using Networks.Data.EnterpriseNetworks;
using Networks.Workflows.Incubation.CompleteHealthCheck;
using Networks.Workflows.Intake.TakeInNetwork;
using Networks.Workflows.Registration.RecordOutcome;
using Networks.Workflows.Registration.SendStatement;
using Networks.Workflows.Rules;

namespace Networks.Web.Commands.DemoSeed;

internal sealed partial class DemoTale
{
    /// <summary>A network that has been in the register for years is taken in, and checked on the next day.</summary>
    /// <param name="province">Of the seat of a rete-soggetto; null for a rete-contratto.</param>
    public DemoTale TakesIn(int ago, int registeredAgo, string? province, params string[] firms)
    {
        _firms.AddRange(firms);
        var entered = Day(registeredAgo);
        return Act(ago, "takes in", async (stage, token) =>
        {
            var lines = firms.Select(DemoFirms.Called).Select(f => $"{f.Name} {f.VatNumber}; {f.Town.Province}-{900000 + f.Number}; {entered:yyyy-MM-dd}");
            var taken = await stage.AsAsync(Officer(desk), new TakeInNetwork(name, province is null ? NetworkKind.Contractual : NetworkKind.LegalEntity, entered.AddDays(-20), string.Join('\n', lines))
            {
                SeatProvince = province,
                OwnEntryOn = province is null ? null : entered,
                HasFund = province is not null,
                Body = province is null ? null : DemoFirms.Called(firms[0]).Representative,
                DurationYears = 10,
                NoticeMonths = 6,
            }, token);
            _case = taken.Case;
            await FindFirmsAsync(stage, token);
        }).Act(ago - 1, "checks the health", (stage, token) => stage.AsAsync(Officer(desk), new CompleteHealthCheck(_case, entered), token));
    }

    /// <summary>Every check of every quarter between the two days goes well.</summary>
    public DemoTale AsksEachQuarter(int ago, int until)
    {
        for (var day = ago; day > until; day -= 95)
        {
            Asks(day);
        }

        return this;
    }

    /// <summary>The annual statement that is open is sent to the chamber.</summary>
    public DemoTale SendsStatement(int ago) => Act(ago, "sends the annual statement", async (stage, token) =>
    {
        var duty = await stage.ReadAsync((db, t) => db.Duties.Where(d => d.CaseId == _case && d.Kind == DutiesDue.AnnualStatement && d.DoneOn == null).Select(d => d.Id).SingleAsync(t), token);
        await stage.AsAsync(Officer(desk), new SendStatement(Guid.Empty, _case, duty, stage.Today, ProtocolOf(stage, new(duty))), token);
    });

    /// <summary>The chamber has entered it, where it has had the days for it.</summary>
    public DemoTale StatementIsEntered(int ago) => ago < 0 ? this : Act(ago, "has its statement entered", async (stage, token) =>
    {
        var filing = await stage.ReadAsync((db, t) => db.Filings.Where(f => f.CaseId == _case && f.DutyId != null).OrderByDescending(f => f.SentOn).Select(f => f.Id).FirstAsync(t), token);
        await stage.AsAsync(Officer(desk), new RecordOutcome(Guid.Empty, _case, filing, FilingOutcome.Entered, stage.Today, null, null, null, null), token);
    });
}
