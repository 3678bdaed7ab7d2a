using Networks.Data;
using Networks.Data.Cases;
using Networks.Data.Reading;
using Networks.Data.Work;

namespace Networks.Workflows.Engine;

/// <summary>The rows of a case's running process, read after the guard: scopes, open tasks, pending timers.</summary>
internal sealed partial class ProcessRun
{
    private static readonly ActRows<CaseId> _rows = new();

    private static readonly ActRows<CaseId>.Query _processesWithScopes = _rows.Together((db, caseId) =>
        from process in db.Processes
        where process.CaseId == caseId && process.Status == ProcessStatus.Running
        join scope in db.Scopes on process.Id equals scope.ProcessId into scopes
        from scope in scopes.DefaultIfEmpty()
        select new { process, scope });

    private static readonly ActRows<CaseId>.Part<ProcessInstance> _running = _processesWithScopes.Of<ProcessInstance>();
    private static readonly ActRows<CaseId>.Part<Scope> _entered = _processesWithScopes.Of<Scope>();

    private static readonly ActRows<CaseId>.Part<WorkItem> _open = _rows.Of((db, caseId) =>
        db.WorkItems.Where(i => i.CaseId == caseId && i.Status == WorkItemStatus.Open));

    private static readonly ActRows<CaseId>.Part<DueTimer> _pending = _rows.Of((db, caseId) =>
        db.Timers.Where(t => t.CaseId == caseId && t.Status == TimerStatus.Pending));

    /// <summary>For acts that always move the process.</summary>
    public static ActRows<CaseId> Rows => _rows;

    private readonly NetworksDbContext _db;
    private readonly TimeProvider _clock;
    private readonly ProcessCatalog _catalog;
    private readonly List<ProcessInstance> _processes;
    private readonly List<Scope> _scopes;
    private readonly List<WorkItem> _items;
    private readonly List<DueTimer> _timers;

    private ProcessRun(
        NetworksDbContext db, TimeProvider clock, ProcessCatalog catalog, Case @case, List<ProcessInstance> processes, List<Scope> scopes, List<WorkItem> items, List<DueTimer> timers)
    {
        _db = db;
        _clock = clock;
        _catalog = catalog;
        Case = @case;
        _processes = processes;
        _scopes = scopes;
        _items = items;
        _timers = timers;
    }

    public Case Case { get; }

    /// <summary>The case's own path while it runs, else the oldest of those beside it; those that they call are found by their scopes.</summary>
    public ProcessInstance Process => _processes.Where(p => p.CallerId is null).OrderBy(p => p.Status != ProcessStatus.Running).ThenBy(p => p.IsBeside).First();

    public IEnumerable<Scope> OpenScopes => _scopes.Where(s => s.Status == ScopeStatus.Open);

    public IEnumerable<WorkItem> OpenItems => _items.Where(i => i.IsOpen);

    public IEnumerable<DueTimer> PendingTimers => _timers.Where(t => t.Status == TimerStatus.Pending);

    public static ProcessRun Begin(NetworksDbContext db, TimeProvider clock, Case @case, ProcessCatalog catalog, string process)
    {
        var run = new ProcessRun(db, clock, catalog, @case, [], [], [], []);
        run.Add(process, null);
        return run;
    }

    /// <summary>Begins a process beside those that run.</summary>
    public ProcessInstance BeginBeside(string process) => Add(process, null, isBeside: true);

    /// <summary>Reads what runs of a case. Whatever moved it before in the same act must have been saved.</summary>
    public static async Task<ProcessRun?> LoadAsync(NetworksDbContext db, TimeProvider clock, Case @case, ProcessCatalog catalog, CancellationToken cancellationToken)
    {
        var rows = await _rows.ReadAsync(db, @case.Id, cancellationToken);
        return rows.Of(_running) is { Count: > 0 } processes
            ? new ProcessRun(
                db, clock, catalog, @case,
                [.. processes.OrderBy(p => p.Id)],
                [.. rows.Of(_entered).OrderBy(s => s.Id)],
                [.. rows.Of(_open).OrderBy(i => i.OpenedAt).ThenBy(i => i.Id.Value)],
                rows.Of(_pending))
            : null;
    }

    public bool IsRunning => Process.Status == ProcessStatus.Running;

    /// <summary>What the act has changed so far is in the database, where conditions and sets read it.</summary>
    public Task FlushAsync(CancellationToken cancellationToken) => _db.SaveChangesAsync(cancellationToken);

    /// <summary>The step that a scope belongs to; null for a branch, which belongs to its for-each.</summary>
    public Step? StepOf(Scope scope) =>
        scope.Path.EndsWith(Flow.BranchWord, StringComparison.Ordinal) ? null : Find(scope, scope.Path);

    public Step StepOf(WorkItem item) => Find(Scope(item.ScopeId), item.Path);

    public Step StepOf(DueTimer timer) => Find(Scope(timer.ScopeId), timer.Path);

    public Step StepOf(Incident incident) => Find(Scope(incident.ScopeId), incident.Path);

    public ProcessInstance ProcessOf(Scope scope) => _processes.First(p => p.Id == scope.ProcessId);

    /// <summary>The scopes of the case's own path and of the processes beside it.</summary>
    public IEnumerable<Scope> Roots => _scopes.Where(s => s.ParentId is null && s.Status == ScopeStatus.Open);

    /// <summary>The scope of the whole process that a scope belongs to.</summary>
    public Scope RootOf(Scope scope) => _scopes.First(s => s.ProcessId == scope.ProcessId && s.Path.Length == 0);

    public Scope Scope(Guid id) => _scopes.First(s => s.Id == id);

    public Scope? ParentOf(Scope scope) => scope.ParentId is { } parent ? Scope(parent) : null;

    public IEnumerable<Scope> ChildrenOf(Scope scope) => _scopes.Where(s => s.ParentId == scope.Id);

    /// <summary>Begins the process that a step calls.</summary>
    /// <returns>Its root scope, inside the scope of the call.</returns>
    public Scope Call(SubProcessStep step, Scope call) => OpenRoot(Add(step.Process, call.Id), call);

    public Scope OpenRoot(ProcessInstance process, Scope? call, Guid subject = default) => Open(process.Id, call, "", subject);

    /// <summary>Opens a scope; a repeated entry of the same path and party is its next round.</summary>
    public Scope Open(Scope parent, string path, Guid partyId) => Open(parent.ProcessId, parent, path, partyId);

    private Scope Open(Guid process, Scope? parent, string path, Guid partyId)
    {
        var round = 1 + _scopes.Count(s => s.ParentId == parent?.Id && s.Path == path && s.PartyId == partyId);
        var scope = new Scope(Ids.New(_clock), process, parent?.Id, path, partyId, round);
        _db.AddSeen(scope);
        _scopes.Add(scope);
        return scope;
    }

    public void Add(WorkItem item)
    {
        _db.AddSeen(item);
        _items.Add(item);
    }

    public void Add(DueTimer timer)
    {
        _db.AddSeen(timer);
        _timers.Add(timer);
    }

    /// <summary>Closes what is open at and below a scope, the scope itself included.</summary>
    public void CloseBelow(Scope scope, ScopeStatus scopeStatus, WorkItemStatus itemStatus, string outcome)
    {
        foreach (var item in OpenItems.Where(i => IsWithin(i.ScopeId, scope)).ToList())
        {
            Close(item, itemStatus, outcome);
        }

        foreach (var timer in PendingTimers.Where(t => IsWithin(t.ScopeId, scope)).ToList())
        {
            timer.Status = TimerStatus.Dropped;
        }

        foreach (var open in OpenScopes.Where(s => IsWithin(s.Id, scope)).ToList())
        {
            open.Status = scopeStatus;
        }

        foreach (var process in _processes.Where(p => p.Status == ProcessStatus.Running && !_scopes.Exists(s => s.ProcessId == p.Id && s.Status == ScopeStatus.Open)))
        {
            process.Status = ProcessStatus.Cancelled;
        }
    }

    /// <summary>Closes a task for which nobody acted, with its reminders.</summary>
    public void Close(WorkItem item, WorkItemStatus status, string outcome)
    {
        item.Close(status, outcome, _clock.GetUtcNow());
        DropTimersOf(item);
    }

    public void DropTimersOf(WorkItem item)
    {
        foreach (var timer in PendingTimers.Where(t => t.ItemId == item.Id).ToList())
        {
            timer.Status = TimerStatus.Dropped;
        }
    }

    private Step Find(Scope scope, string path)
    {
        var process = ProcessOf(scope);
        return _catalog.Get(process.Name, process.Version).Find(path);
    }

    private ProcessInstance Add(string name, Guid? callerId, bool isBeside = false)
    {
        var process = new ProcessInstance(Ids.New(_clock), Case.Id, name, _catalog.Latest(name).Version) { CallerId = callerId, IsBeside = isBeside };
        _db.AddSeen(process);
        _processes.Add(process);
        return process;
    }
}
