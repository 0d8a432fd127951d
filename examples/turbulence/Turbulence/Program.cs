using Turbulence;
Font.Use();
int n=256; var f=new double[n*n]; var r=new Random(1);
for(int m=0;m<200;m++){ double a=r.NextDouble()*6.28; int kx=r.Next(-12,13), ky=r.Next(-12,13); double amp=1/(1.0+kx*kx+ky*ky); for(int y=0;y<n;y++)for(int x=0;x<n;x++) f[y*n+x]+=amp*Math.Cos(2*Math.PI*(kx*x+ky*y)/n+a);}
for(int y=0;y<20;y++)for(int x=0;x<60;x++) f[y*n+x]=-2;
FieldMap.Save("/tmp/ex/map.png", f,n,41.9," / ρₛ","density n","Hasegawa–Wakatani, α = 1, 256², cₛt/Lₙ = 150");
double[] k=[..Enumerable.Range(1,85).Select(i=>i*.15)]; 
SpectrumPlot.Save("/tmp/ex/spec.png",k,[("kinetic ½k²|φ|²",[..k.Select(q=>q*q/(1+Math.Pow(q,5)))]),("density ½|n|²",[..k.Select(q=>q/(1+Math.Pow(q,4.5)))])],-3,"spectrum t=150");
double[] t=[..Enumerable.Range(0,200).Select(i=>i*.5)];
TimeSeriesPlot.Save("/tmp/ex/e.png",t,[("E",[..t.Select(q=>4*Math.Tanh(q/30))]),("E2",[..t.Select(q=>2*Math.Tanh(q/30))])],"Energy","box mean");
