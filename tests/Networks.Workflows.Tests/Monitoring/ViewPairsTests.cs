using System.Text.Json;
using Networks.Data;
using Networks.Data.Cases;
using Networks.Data.Work;
using Networks.Workflows.Common;
using Networks.Workflows.Monitoring;
using Networks.Workflows.Monitoring.ListRegion;
using Networks.Workflows.Monitoring.Progress;
using Networks.Workflows.Monitoring.ShowRegion;
using Networks.Workflows.Tests.Support;

namespace Networks.Workflows.Tests.Monitoring;

/// <summary>
/// No pair of views of the lead gives away a small count of firms. A count is safe when there is another programme, with
/// another number in that place, that looks the same in both views; generated programmes are tried, each at two days.
/// </summary>
public sealed class ViewPairsTests
{
    private const int _few = 4;

    private static readonly DateOnly _first = new(2026, 3, 10);
    private static readonly string[] _provinces = ["LC", "CO", "MI", "SO", "BG", ""];
    private static readonly FixedClock _clock = new(new DateTimeOffset(2026, 3, 10, 9, 0, 0, TimeSpan.Zero));
    private static readonly List<DeskName> _desks = [.. Enumerable.Range(1, 3).Select(n => new DeskName(AssociationId.New(_clock), $"Desk {n}"))];
    private static readonly List<View> _views = [.. Views()];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Given_generated_programmes_when_any_two_views_are_put_together_then_no_small_count_of_firms_can_be_worked_out(int seed)
    {
        var random = new Random(seed);
        var tried = 0;
        for (var run = 0; run < 3; run++)
        {
            var world = new Seen(World.Make(random));
            foreach (var (cell, count) in world.Counts.Where(c => c.Value is > 0 and < _few))
            {
                tried++;
                var unlike = new List<Seen>();
                if (world.World.Others(random, cell).Select(o => new Seen(o)).Where(o => o.Counts.GetValueOrDefault(cell) != count).Any(o => LooksAlike(o, unlike)))
                {
                    continue;
                }

                foreach (var (a, b) in from a in _views from b in _views where string.CompareOrdinal(a.Name, b.Name) <= 0 select (a, b))
                {
                    Assert.True(unlike.Exists(o => o.Of(a) == world.Of(a) && o.Of(b) == world.Of(b)), $"{cell} = {count} by {a.Name} and {b.Name} of seed {seed}, run {run}: {world.World}");
                }
            }

            bool LooksAlike(Seen other, List<Seen> seen)
            {
                seen.Add(other);
                return _views.All(v => other.Of(v) == world.Of(v));
            }
        }

        Assert.True(tried > 60, $"only {tried} small counts");
    }

    /// <summary>What the lead can open on both days, and what files, mails and the report are made from: the picture, and the lists of every filter.</summary>
    private static IEnumerable<View> Views()
    {
        RegionFilter[] filters =
        [
            new(), new() { Stopped = true }, new() { State = RegionState.Drafting }, .. _provinces.Select(p => new RegionFilter { Province = p }),
            .. _desks.SelectMany(d => (RegionFilter[])[new() { Desk = d.Id }, new() { WorkOf = d.Id }, new() { FirmsOf = d.Id }, .. _provinces.Select(p => new RegionFilter { Desk = d.Id, Province = p })]),
            .. Enumerable.Range(1, 3).SelectMany(m => (RegionFilter[])[new() { OpenedIn = new DateOnly(2026, m, 1) }, new() { OpenedIn = new DateOnly(2026, m, 1), Province = "LC" }]),
        ];
        foreach (var day in new[] { 0, 1 })
        {
            yield return new View($"map of day {day}", day, ground => RegionProvinces.Of(ground));
            yield return new View($"picture of day {day}", day, ground => ShowRegionHandler.ViewOf(ground) with { Provinces = null });
            foreach (var filter in filters)
            {
                yield return new View($"list of day {day} {JsonSerializer.Serialize(filter)}", day, ground => ListRegionHandler.Found(filter, null, ground).Select(n => ListRegionHandler.RowOf(n, null, "", ground)));
            }
        }
    }

    private sealed record View(string Name, int Day, Func<RegionGround, object?> Open);

    /// <summary>A programme with what is told of it.</summary>
    private sealed class Seen(World world)
    {
        private readonly Dictionary<View, string> _told = [];
        private readonly Lazy<RegionGround[]> _days = new(() => [world.Ground(_first, late: false), world.Ground(_first.AddDays(1), late: true)]);
        private readonly Lazy<Dictionary<Cell, int>> _counts = new(world.Counts);

        public World World => world;

        public Dictionary<Cell, int> Counts => _counts.Value;

        public string Of(View view) => _told.TryGetValue(view, out var told) ? told : _told[view] = JsonSerializer.Serialize(view.Open(_days.Value[view.Day]));
    }

    /// <summary>Firms by network; those of the second day are those of the first and the ones that came overnight.</summary>
    private sealed record World(IReadOnlyList<Made> Networks)
    {
        public static World Make(Random random)
        {
            var firms = 0;
            var rare = random.Next(3) == 0 ? 1 : 3;
            return new World([.. Enumerable.Range(1, random.Next(4, 16)).Select(n => new Made(
                new CaseId(Guid.CreateVersion7(_clock.GetUtcNow().AddSeconds(n))), n, random.Next(3), new DateOnly(2026, random.Next(1, 4), random.Next(1, 9)), random.Next(8) == 0,
                [.. Enumerable.Range(0, random.Next(1, 5)).Select(_ => new Member(++firms, _provinces[Math.Min(random.Next(6), random.Next(2 * rare))], random.Next(5) == 0))]))]);
        }

        /// <summary>Every small count that nobody shall learn: by province on each day and between them, by province and desk or month, and of each network.</summary>
        public Dictionary<Cell, int> Counts() => (
            from n in Networks
            from f in n.Members
            from cell in (Cell[])
            [
                new("second day", null, f.Province), new(f.IsLate ? "overnight" : "first day", null, f.Province),
                new($"desk {n.Desk}", null, f.Province), new($"month {n.OpenedOn.Month}", null, f.Province), new("network", n.Number, null), new("network", n.Number, f.Province),
            ]
            group f.Number by cell).ToDictionary(g => g.Key, g => g.Distinct().Count());

        /// <summary>Programmes that differ in up to three places, mostly near the cell: two firms changed places, one moved, came, went, is in another network too or has its seat elsewhere.</summary>
        public IEnumerable<World> Others(Random random, Cell near)
        {
            for (var i = 0; i < 6000; i++)
            {
                var other = this;
                for (var step = 1 + (i % 3); step > 0; step--)
                {
                    other = other.Step(random, near);
                }

                yield return other;
            }
        }

        public override string ToString() => string.Join("; ", Networks.Select(n => $"{n.Number}{(n.IsClosed ? " closed" : "")}: {string.Join(' ', n.Members.Select(m => $"{m.Number}{m.Province}{(m.IsLate ? "+" : "")}"))}"));

        private World Step(Random random, Cell near)
        {
            var one = Networks.FirstOrDefault(n => n.Number == near.Network && random.Next(3) > 0) ?? Networks[random.Next(Networks.Count)];
            var (two, b) = Near(random, near);
            var a = one.Members[random.Next(one.Members.Count)];
            return random.Next(8) switch
            {
                0 => With(one, [.. one.Members, new Member(1000 + random.Next(1_000_000), b.Province, b.IsLate)]),
                1 when one.Members.Count > 1 => With(one, [.. one.Members.Where(m => m != a)]),
                2 => With(one, [.. one.Members.Select(m => m == a ? new Member(1000 + random.Next(1_000_000), b.Province, a.IsLate) : m)]),
                3 when one != two && !one.Members.Any(m => m.Number == b.Number) => With(one, [.. one.Members.Select(m => m == a ? b with { IsLate = a.IsLate } : m)]),
                4 or 5 when one != two && two.Members.Count > 1 && !one.Members.Any(m => m.Number == b.Number) =>
                    With(one, [.. one.Members, b]).With(two, [.. two.Members.Where(m => m != b)]),
                6 when one != two && one.Members.Count > 1 && !two.Members.Any(m => m.Number == a.Number) =>
                    With(two, [.. two.Members, a]).With(one, [.. one.Members.Where(m => m != a)]),
                _ when one != two && !one.Members.Any(m => m.Number == b.Number) && !two.Members.Any(m => m.Number == a.Number) =>
                    With(one, [.. one.Members.Select(m => m == a ? b with { IsLate = a.IsLate } : m)]).With(two, [.. two.Members.Select(m => m == b ? a with { IsLate = b.IsLate } : m)]),
                _ => this,
            };
        }

        private (Made Network, Member Firm) Near(Random random, Cell near)
        {
            var all = Networks.SelectMany(n => n.Members.Select(m => (n, m))).ToList();
            var fitting = random.Next(3) > 0 ? all.FindAll(p => p.m.Province == near.Province) : all;
            return fitting.Count > 0 ? fitting[random.Next(fitting.Count)] : all[random.Next(all.Count)];
        }

        private World With(Made network, IReadOnlyList<Member> members) => new([.. Networks.Select(n => n.Number == network.Number ? n with { Members = members } : n)]);

        public RegionGround Ground(DateOnly today, bool late)
        {
            var networks = Networks.Select(n => n.Network(late)).ToList();
            return new RegionGround(default, "PAL", today, new RegionPicture(networks, networks.Count, today.DayNumber), _desks, [new UsualTime(CasePhase.Drafting, 20, null, 0, true)], _few);
        }
    }

    private sealed record Made(CaseId Id, int Number, int Desk, DateOnly OpenedOn, bool IsClosed, IReadOnlyList<Member> Members)
    {
        /// <summary>In drafting, where each firm has a task, as has its desk for each.</summary>
        public RegionNetwork Network(bool late)
        {
            List<Moment> moments = [new(MomentKind.Opened, default, OpenedOn, 0), new(MomentKind.Phase, CasePhase.Intake, OpenedOn, 0), new(MomentKind.Phase, CasePhase.Drafting, OpenedOn.AddDays(1), 0)];
            if (IsClosed)
            {
                moments.Add(new Moment(MomentKind.Closed, default, OpenedOn.AddDays(2), 0));
            }

            var firms = Members.Where(m => late || !m.IsLate).ToList();
            var since = new DateTimeOffset(OpenedOn.ToDateTime(default), TimeSpan.Zero);
            return new RegionNetwork(Id, $"N-{Number:000}", _desks[Desk].Id, 1, null, [.. moments], [.. firms.Select(f => new RegionFirm(RegionFirm.PlaceOf(f.Province), (ulong)f.Number))])
            {
                Tasks = [.. firms.SelectMany(_ => (RegionTask[])[new(WaitsFor.Firm, "decide-on-text", _desks[Desk].Id, since, _first, Guid.Empty), new(WaitsFor.OtherDesk, "record-outcome", _desks[(Desk + 1) % 3].Id, since, _first, Guid.Empty)])],
            };
        }
    }

    /// <param name="Network">Null for those of all.</param>
    /// <param name="Province">Null for any.</param>
    private sealed record Cell(string Of, int? Network, string? Province);

    /// <param name="Number">Of the firm; the same in every network that it is in.</param>
    private sealed record Member(int Number, string Province, bool IsLate);
}
